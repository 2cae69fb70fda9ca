package uk.mashhub.hub.storage;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import uk.mashhub.model.id.LinkId;

/**
 * Where a link stands on its named unit's list: what waits comes first, then what is settled; what was found first comes first.
 *
 * @param link random; keeps two apart that were found at once
 */
public record KeptLinkPlace(boolean settled, Instant since, LinkId link) {
    private static final String APART = "_";
    private static final String SETTLED = "settled";
    private static final String OPEN = "open";

    public KeptLinkPlace {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(link, "link");
    }

    /** Reads {@link #toString}; empty if it is of another form. */
    public static Optional<KeptLinkPlace> of(String text) {
        List<String> parts = List.of(text.split(APART, -1));
        if (parts.size() != 3 || !List.of(OPEN, SETTLED).contains(parts.get(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeptLinkPlace(
                    parts.get(0).equals(SETTLED),
                    Instant.parse(parts.get(1)),
                    new LinkId(UUID.fromString(parts.get(2)))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As it stands in an address: a word, a time and a random id. */
    @Override
    public String toString() {
        return String.join(APART, settled ? SETTLED : OPEN, since.toString(), link.toString());
    }
}
