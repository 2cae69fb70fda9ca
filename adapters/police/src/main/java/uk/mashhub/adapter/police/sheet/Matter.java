package uk.mashhub.adapter.police.sheet;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.vocabulary.SubjectRole;

/** What an incident or disposal was about, and who was what in it: all that protection needs to know of it. */
public record Matter(MatterKind kind, boolean domestic, List<SourceSubject> subjects) {
    private static final Set<MatterKind> AGAINST_A_PERSON = EnumSet.of(
            MatterKind.DOMESTIC_ABUSE,
            MatterKind.ASSAULT,
            MatterKind.SEXUAL_OFFENCE,
            MatterKind.NEGLECT,
            MatterKind.EXPLOITATION);

    public Matter {
        Objects.requireNonNull(kind, "kind");
        subjects = List.copyOf(subjects);
    }

    /** Of an incident. */
    public static Matter of(IncidentSheet incident) {
        return new Matter(
                incident.kind(), incident.domestic(), incident.heading().subjects());
    }

    /** Of a disposal. */
    public static Matter of(DisposalSheet disposal) {
        MatterKind kind = disposal.offenceKind();
        return new Matter(
                kind, kind == MatterKind.DOMESTIC_ABUSE, disposal.heading().subjects());
    }

    /** Whether somebody is said to have harmed somebody. */
    boolean harms() {
        return domestic
                || AGAINST_A_PERSON.contains(kind)
                || !with(SubjectRole.VICTIM).isEmpty();
    }

    boolean sexual() {
        return kind == MatterKind.SEXUAL_OFFENCE;
    }

    Set<PersonKey> with(SubjectRole role) {
        return subjects.stream()
                .filter(s -> s.role() == role)
                .map(SourceSubject::person)
                .collect(Collectors.toSet());
    }

    Set<SubjectRole> rolesOf(PersonKey key) {
        return subjects.stream()
                .filter(s -> s.person().equals(key))
                .map(SourceSubject::role)
                .collect(Collectors.toSet());
    }
}
