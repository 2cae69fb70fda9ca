package uk.mashhub.match.link;

import java.util.List;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.match.weight.Weigher;

/** Records put together, with the evidence, so that people can be read off at any threshold. */
public final class Linked {
    private final Groups groups;
    private final Blocks blocks;
    private final Judge judge;

    Linked(Groups groups, Blocks blocks, Judge judge) {
        this.groups = groups;
        this.blocks = blocks;
        this.judge = judge;
    }

    /** The records, ordered by id. */
    public List<Profile> records() {
        return groups.records();
    }

    public Weigher weigher() {
        return judge.weigher();
    }

    public int oversizedKeys() {
        return blocks.oversized();
    }

    /** Takes a pair of records and the evidence for it. */
    public interface PairReader {
        void pair(Profile a, Profile b, double bits);
    }

    /** Takes a pair of records. */
    public interface CandidateReader {
        void pair(Profile a, Profile b);
    }

    /** Every pair that shares a key, once. */
    public void eachCandidate(CandidateReader reader) {
        for (int block = 0; block < blocks.count(); block++) {
            blocks.each(block, (a, b) -> reader.pair(records().get(a), records().get(b)));
        }
    }

    /** The evidence for two records alone; minus infinity where a guard keeps the two apart. */
    public double bits(Profile a, Profile b) {
        return judge.bits(a, b);
    }

    /** Every pair that stands in one group, with the bits at which the group came together; the strongest first. */
    public void eachLink(PairReader reader) {
        groups.eachLink(reader);
    }

    /** The people: ids of records that are together from so many bits on; ids and people in order. */
    public List<List<String>> people(double atLeast) {
        return groups.people(atLeast);
    }

    /** One line for each link: two ids and the bits to four places. The same for the same input, model and seed. */
    public String text() {
        return groups.text();
    }
}
