-- The file of a version of the RID or the TAD: the reference of an evidence item, which holds it.
ALTER TABLE rid_version ADD COLUMN document TEXT;
ALTER TABLE tad_version ADD COLUMN document TEXT;
