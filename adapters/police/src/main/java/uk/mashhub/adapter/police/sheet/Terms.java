package uk.mashhub.adapter.police.sheet;

import java.util.ArrayList;
import java.util.List;
import uk.mashhub.model.item.UnknownTerm;

/** Gathers the words that the vocabulary does not know while one message is read. One thread, one message. */
public final class Terms {
    private final List<UnknownTerm> all = new ArrayList<>();

    /** Keeps a word as it was, with its place. */
    public void add(String place, String original) {
        all.add(new UnknownTerm(place, original));
    }

    /** What was gathered, in the order of the message. */
    public List<UnknownTerm> all() {
        return List.copyOf(all);
    }
}
