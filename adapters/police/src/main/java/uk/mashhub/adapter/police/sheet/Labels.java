package uk.mashhub.adapter.police.sheet;

import java.util.EnumSet;
import java.util.Set;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.ItemLabels;
import uk.mashhub.model.item.SourceItem;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** Copies of labels with one thing changed. Statutes and conditions are only ever added. */
final class Labels {
    private Labels() {}

    static ItemLabels with(ItemLabels labels, Handling handling) {
        return new ItemLabels(
                labels.dataClass(),
                labels.nature(),
                labels.grade(),
                labels.regime(),
                labels.classification(),
                labels.confidential(),
                handling,
                labels.statutes());
    }

    static SourceItem adding(SourceItem item, Set<StatuteFlag> statutes) {
        if (statutes.isEmpty()) {
            return item;
        }
        ItemLabels old = item.labels();
        Set<StatuteFlag> all = EnumSet.copyOf(statutes);
        all.addAll(old.statutes());
        ItemLabels labels = new ItemLabels(
                old.dataClass(),
                old.nature(),
                old.grade(),
                old.regime(),
                old.classification(),
                old.confidential(),
                old.handling(),
                all);
        return new SourceItem(
                item.recordId(),
                item.recordVersion(),
                item.originator(),
                item.eventKey(),
                item.recordedAt(),
                item.when(),
                item.subjects(),
                labels,
                item.fields(),
                item.attachments(),
                item.unknownTerms());
    }
}
