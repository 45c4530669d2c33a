"""What an entry of a feed names beside its text: people, addresses, pictures and recordings."""
