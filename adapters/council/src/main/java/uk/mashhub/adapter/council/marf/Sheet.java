package uk.mashhub.adapter.council.marf;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.mashhub.model.item.SourceItem.SourceSubject;
import uk.mashhub.model.vocabulary.Classification;
import uk.mashhub.model.vocabulary.DataClass;

/**
 * What holds for every item of one form.
 *
 * @param everybody all people of the form: whoever writes freely may name anybody, so free text is about all of them, and
 *     the safety flag of each covers it
 * @param children the children of the form
 */
record Sheet(
        Classification classification,
        Optional<Instant> recordedAt,
        Optional<String> eventKey,
        KeptFromFamily kept,
        List<SourceSubject> everybody,
        List<SourceSubject> children) {

    ItemDraft item(Section section, String pointer, DataClass dataClass) {
        return new ItemDraft(this, section, pointer, dataClass);
    }

    @Override
    public String toString() {
        return "Sheet[" + classification + "]";
    }
}
