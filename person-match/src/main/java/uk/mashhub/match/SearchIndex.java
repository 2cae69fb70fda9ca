package uk.mashhub.match;

import java.util.Set;

/**
 * Storage port of {@link PersonSearch}: an index that readers may search too. Whoever has no door for such searches keeps a
 * plain {@link PersonIndex}, and so no list of whom a statute keeps apart.
 */
public interface SearchIndex extends PersonIndex {
    /**
     * Who shares at least one of the keys, of people whom no statute keeps apart. It reads and counts nothing of others,
     * so that neither what it finds nor the work it does depends on them.
     */
    Found open(Set<BlockingKey> keys);
}
