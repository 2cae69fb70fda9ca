-- Exports of recorded decisions go through them in the order of their disclosures' random ids, a page at a time.
create index decision_trace_by_disclosure on decision_trace (disclosure_id);
