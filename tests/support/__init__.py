"""What tests share: corpora, gold pages, a world without Telegram."""
