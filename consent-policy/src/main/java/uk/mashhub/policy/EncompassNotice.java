package uk.mashhub.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import uk.mashhub.policy.json.CanonicalJson;
import uk.mashhub.policy.json.Json;

/**
 * What a school's safeguarding lead is told of a domestic-abuse incident before the next school day (Operation Encompass;
 * Victims and Prisoners Act 2024). A closed form: no address, nobody's name but the child's, no intelligence. Only
 * {@link PolicyEngine#encompass} makes one.
 */
public final class EncompassNotice {
    private static final int MOST_TEXT = 2000;
    private static final String RING = "Ring the police desk.";
    private final CanonicalJson written;

    private EncompassNotice(CanonicalJson written) {
        this.written = written;
    }

    /** Where it was. Never an address: a school that is told where a family fled to may tell who looks for it. */
    public enum Place {
        AT_HOME,
        ELSEWHERE,
        UNKNOWN
    }

    /** Where the child was. Children who see, hear or experience it are victims (Domestic Abuse Act 2021 s3). */
    public enum Presence {
        PRESENT,
        HEARD,
        NOT_PRESENT,
        UNKNOWN
    }

    /**
     * What the police tell of one incident.
     *
     * @param child the child's name
     * @param policeReference what the school quotes when it rings
     * @param voice what the child said, as the police wrote it for the school; may be empty
     * @param circumstances what the school needs to support the child, as the police wrote it for the school
     */
    public record Incident(
            String child,
            LocalDate born,
            String policeReference,
            Instant at,
            Place place,
            Presence presence,
            String voice,
            String circumstances) {
        public Incident {
            Objects.requireNonNull(child, "child");
            Objects.requireNonNull(born, "born");
            Objects.requireNonNull(policeReference, "policeReference");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(presence, "presence");
            Objects.requireNonNull(voice, "voice");
            Objects.requireNonNull(circumstances, "circumstances");
            if (voice.length() > MOST_TEXT || circumstances.length() > MOST_TEXT) {
                throw new IllegalArgumentException("a text of at most " + MOST_TEXT + " characters is wanted");
            }
        }

        @Override
        public String toString() {
            return "Incident";
        }
    }

    /**
     * @param textChecked nobody hides, or a second person has looked at these very words; otherwise they stay behind, because
     *     they may say where somebody is
     */
    static EncompassNotice of(Incident incident, boolean textChecked) {
        return new EncompassNotice(CanonicalJson.of(Json.object()
                .put("child", incident.child())
                .put("born", incident.born().toString())
                .put("policeReference", incident.policeReference())
                .put("at", incident.at().toString())
                .put("place", incident.place().name())
                .put("presence", incident.presence().name())
                .put("voice", textChecked ? incident.voice() : RING)
                .put("circumstances", textChecked ? incident.circumstances() : RING)
                .line()));
    }

    /**
     * Canonical JSON (RFC 8785), UTF-8: {@code child}, {@code born}, {@code policeReference}, {@code at}, {@code place},
     * {@code presence}, {@code voice}, {@code circumstances}.
     */
    public byte[] content() {
        return written.bytes();
    }

    /** The canonical bytes to commit to. */
    public List<byte[]> lines() {
        return Seal.lines(written);
    }

    @Override
    public String toString() {
        return "EncompassNotice";
    }
}
