"""What Myolog says: sentences, articles, search, and the guide in order.

Results elsewhere are codes and numbers; the words are here.
"""
