package uk.mashhub.adapter.health;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import uk.mashhub.adapter.Unreadable;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.EventTime;
import uk.mashhub.model.vocabulary.ConcernCategory;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.Nature;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** Safeguarding flags: each raises its category of concern and is an item about its subject. */
final class FlagItems {
    private final Telling telling;
    private final Set<ConcernCategory> categories = EnumSet.noneOf(ConcernCategory.class);

    FlagItems(Telling telling) {
        this.telling = telling;
    }

    /** The kinds of harm that the flags of the bundle name. */
    Set<ConcernCategory> addAll() throws Unreadable {
        for (Flag flag : telling.index.all(Flag.class)) {
            if (flag.getStatus() != FlagStatus.ENTEREDINERROR) {
                add(flag);
            }
        }
        return categories;
    }

    private void add(Flag flag) throws Unreadable {
        PersonKey person = telling.persons.of(flag.getSubject(), flag);
        List<String> codes = Coded.codes(List.of(flag.getCode()));
        EventTime when = Demographics.when(flag.getPeriod());
        boolean known = codes.stream().anyMatch(FlagItems::known);
        ItemDraft draft = telling.draft(flag, "", known ? row(flag, codes, person, when) : DataClass.UNKNOWN, person)
                .nature(Nature.OPINION)
                .when(when)
                .coded(FieldKind.CATEGORY, "Concern", flag.getCode())
                .field(
                        FieldKind.STATUS,
                        "State",
                        flag.hasStatus() ? flag.getStatus().getDisplay() : "")
                .field(
                        FieldKind.EVENT_DATE,
                        "Raised on",
                        when.from().map(Object::toString).orElse(""));
        if (codes.stream().anyMatch(ConcernCodes.COMPLAINANTS::contains)) {
            draft.statute(StatuteFlag.SEXUAL_OFFENCE_COMPLAINANT);
        }
        if (!known) {
            draft.unknown(List.of(telling.term(flag, ".code", Coded.words(flag.getCode()))));
        }
        categorise(flag, codes, known);
        telling.add(draft, flag, person);
    }

    private void categorise(Flag flag, List<String> codes, boolean known) {
        codes.stream().map(ConcernCodes::category).flatMap(Optional::stream).forEach(categories::add);
        if (!known) {
            categories.add(ConcernCategory.UNKNOWN);
        }
        boolean vague = codes.stream()
                .map(ConcernCodes::category)
                .flatMap(Optional::stream)
                .allMatch(c -> c == ConcernCategory.UNKNOWN);
        if (vague && !codes.contains(ConcernCodes.NONE)) {
            telling.unknown(telling.index.place(flag) + ".code", "names no kind of harm");
        }
    }

    private static boolean known(String code) {
        return ConcernCodes.category(code).isPresent()
                || ConcernCodes.PLANS.contains(code)
                || ConcernCodes.NONE.equals(code);
    }

    private DataClass row(Flag flag, List<String> codes, PersonKey person, EventTime when) {
        if (codes.stream().anyMatch(ConcernCodes.PLANS::contains)) {
            return DataClass.PLAN_LEGAL_STATUS;
        }
        if (codes.stream()
                .anyMatch(c -> ConcernCodes.category(c)
                        .filter(k -> k == ConcernCategory.DOMESTIC_ABUSE)
                        .isPresent())) {
            return DataClass.DOMESTIC_ABUSE_INCIDENT;
        }
        return Sensitivity.GENERAL.dataClass(telling.persons.child(person, when.from()));
    }
}
