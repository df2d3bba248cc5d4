"""One line, as a person types it, read into what the log form asks.

English only. The words for places and exposures are the vocabulary's; what is here is the grammar:
times, lengths, sides, strength, amounts and what counts as empty words. What the grammar cannot
place stays in the note, and nothing is made up.
"""
