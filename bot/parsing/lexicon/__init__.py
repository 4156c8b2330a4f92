"""Tables of terms as data, and the way to read them."""
