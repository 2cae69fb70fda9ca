-- A named unit's list finds the few enquiries that have a possible link which is for it alone.
create index enquiry_fact_links_kept on enquiry_fact (enquiry_id) where kind = 'LinksKept';
