"""One line, as a person types it, read into what the log form asks.

The words for places and exposures are the vocabulary's; what is here is the grammar: times,
lengths, sides, strength, amounts and what counts as empty words. Its words are English; another
language brings a table of what its words stand for. What the grammar cannot place stays in the
note, and nothing is made up.
"""
