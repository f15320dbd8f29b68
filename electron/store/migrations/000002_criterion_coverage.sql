-- What a criterion speaks for, and who stands for a gap between what it asks of its evidence and what is there.
ALTER TABLE criterion ADD COLUMN modifications TEXT CHECK (modifications IS NULL OR json_valid (modifications));
ALTER TABLE criterion ADD COLUMN justified_gap TEXT CHECK (justified_gap IS NULL OR json_valid (justified_gap));
