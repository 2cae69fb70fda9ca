package uk.mashhub.log.note;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The signature types that can be checked here. What is not among them is 'not checked', never good and never bad. */
public final class NoteAlgorithms {
    private final Map<Integer, NoteAlgorithm> byType;

    private NoteAlgorithms(Map<Integer, NoteAlgorithm> byType) {
        this.byType = Map.copyOf(byType);
    }

    /** What the JDK can check: Ed25519, of notes and of cosignatures. */
    public static NoteAlgorithms ofJdk() {
        return new NoteAlgorithms(Map.of()).with(new Ed25519Note()).with(new Cosignature());
    }

    /** These and one more. */
    public NoteAlgorithms with(NoteAlgorithm another) {
        Map<Integer, NoteAlgorithm> more = new HashMap<>(byType);
        more.put(another.type(), another);
        return new NoteAlgorithms(more);
    }

    /** The one of a type, if it can be checked here. */
    public Optional<NoteAlgorithm> ofType(int type) {
        return Optional.ofNullable(byType.get(type));
    }
}
