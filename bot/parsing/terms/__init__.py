"""Terms from tables: skills, benefits, education and languages."""
