package uk.mashhub.adapter.police.records;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.police.sheet.PersonSheet;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.vocabulary.Sex;
import uk.mashhub.model.vocabulary.SubjectRole;

/**
 * People of the records whom nobody asked about: what they are to the matter, and nothing of who they are. Who wants to
 * know that asks about them, for a reason and on the log.
 */
final class Bystanders {
    private Bystanders() {}

    static List<PersonSheet> of(List<SourceSubject> subjects, Set<PersonKey> known) {
        Map<PersonKey, Set<SubjectRole>> roles = new LinkedHashMap<>();
        for (SourceSubject subject : subjects) {
            if (!known.contains(subject.person())) {
                roles.computeIfAbsent(subject.person(), k -> new HashSet<>()).add(subject.role());
            }
        }
        return roles.entrySet().stream()
                .map(e -> nameless(e.getKey(), e.getValue()))
                .toList();
    }

    private static PersonSheet nameless(PersonKey key, Set<SubjectRole> roles) {
        return new PersonSheet(
                key,
                roles,
                List.of(),
                Optional.empty(),
                Sex.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                false);
    }
}
