"""What a person types, as Django forms: parsing only.

Choices and limits come from the vocabulary. A form turns text into values and ties each problem to
its field; whether the values can be true is for the journal's own classes to say (`refusal_in`).
"""
