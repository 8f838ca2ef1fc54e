"""The signed record, the certificate document that carries it, and the verdict on a file."""
