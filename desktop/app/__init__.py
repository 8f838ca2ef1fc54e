"""What a learner, a trainer or HR can do, without Qt: each call returns a result and says what changed."""
