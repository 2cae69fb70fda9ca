package uk.mashhub.match.weight;

import java.util.List;
import java.util.TreeMap;

/** Which pairs of records are worth comparing. */
public interface CandidatePairs {
    /** Whether two records may be compared at all: in a link of two files, only records of different ones. */
    boolean mayPair(Profile a, Profile b);

    /** How often each pattern of grades occurs among the pairs worth comparing. */
    TreeMap<Long, Long> patterns(List<Profile> records);
}
