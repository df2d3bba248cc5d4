"""One page for the doctor: from a journal and an assessment to sections, text and PDF."""
