"""The learner's memory: durable storage, migrations, the lock and the previous state."""
