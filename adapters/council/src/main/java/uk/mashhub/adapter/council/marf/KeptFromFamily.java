package uk.mashhub.adapter.council.marf;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.model.enquiry.NotSoughtReason;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.vocabulary.HandlingCondition;

/**
 * Which parts of the form the family must not be shown. A block that names no part, or one that is not understood, means
 * all of it; so does a sender who did not ask because asking would put somebody at risk (DPA 2018 Sch 1 para 18(2)(c)).
 */
final class KeptFromFamily {
    // The sender's reason stands in an item of its own: it may say where somebody is.
    private static final Handling KEPT = new Handling(
            Set.of(HandlingCondition.NOT_FOR_SUBJECT), "Not to be shown to the family", List.of(), Optional.empty());

    private final Set<Section> sections;

    private KeptFromFamily(Set<Section> sections) {
        this.sections = sections;
    }

    static KeptFromFamily of(Form form, Terms terms) {
        Set<Section> sections = form.object("keptFromFamily")
                .map(block -> sections(block, terms))
                .orElse(EnumSet.noneOf(Section.class));
        return new KeptFromFamily(askingWouldPrejudice(form) ? EnumSet.allOf(Section.class) : sections);
    }

    private static Set<Section> sections(Form block, Terms terms) {
        Set<Section> named = EnumSet.noneOf(Section.class);
        List<String> words = block.texts("sections");
        for (String word : words) {
            if (word.equalsIgnoreCase("ALL")) {
                return EnumSet.allOf(Section.class);
            }
            terms.code(block.place("sections"), word, Section.class)
                    .ifPresentOrElse(named::add, () -> named.addAll(EnumSet.allOf(Section.class)));
        }
        return named.isEmpty() ? EnumSet.allOf(Section.class) : named;
    }

    /** A reason that is not understood may be that one. */
    private static boolean askingWouldPrejudice(Form form) {
        return form.object("consent").stream()
                .flatMap(consent -> consent.objects("agreements").stream())
                .map(agreement -> agreement.text("notSoughtBecause"))
                .filter(reason -> !reason.isEmpty())
                .map(reason ->
                        Terms.match(reason, NotSoughtReason.class).orElse(NotSoughtReason.WOULD_PREJUDICE_PROTECTION))
                .anyMatch(NotSoughtReason.WOULD_PREJUDICE_PROTECTION::equals);
    }

    Handling handling(Section section) {
        return sections.contains(section) ? KEPT : Handling.none();
    }

    /** For what is kept from the family by its nature. */
    static Handling always() {
        return KEPT;
    }
}
