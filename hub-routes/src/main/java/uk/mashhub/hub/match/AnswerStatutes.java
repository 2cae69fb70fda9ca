package uk.mashhub.hub.match;

import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.contact.Answer;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** What the items of one answer say keeps its people apart. */
record AnswerStatutes(Answer answer) {
    /** Statutes that keep a person out of the room: not linked, not listed, not asked about. */
    private static final Set<StatuteFlag> APART =
            Set.of(StatuteFlag.ADOPTION, StatuteFlag.GENDER_RECOGNITION, StatuteFlag.WITNESS_PROTECTION);

    /** The statutes of every item about a person. */
    Set<StatuteFlag> of(PersonKey key) {
        return answer.items().stream()
                .filter(i -> i.subjects().stream().anyMatch(s -> s.person().equals(key)))
                .flatMap(i -> i.labels().statutes().stream())
                .collect(Collectors.toSet());
    }

    /** Whether nobody in the room may learn that there is a record under these. */
    static boolean keepApart(Set<StatuteFlag> statutes) {
        return statutes.stream().anyMatch(APART::contains);
    }
}
