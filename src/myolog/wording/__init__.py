"""Results as a person reads them: codes and numbers in, sentences out; every shell shows these."""
