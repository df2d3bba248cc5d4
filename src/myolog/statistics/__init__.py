"""Arrays in, numbers out: the estimators that the analyses share."""
