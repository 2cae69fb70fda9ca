package uk.mashhub.policy.fact;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiPredicate;
import uk.mashhub.model.item.Handling;
import uk.mashhub.model.item.Item;
import uk.mashhub.model.vocabulary.HandlingCondition;
import uk.mashhub.model.vocabulary.StatuteFlag;

/** Computes every attribute of 'may this audience see this item'. A fact that throws is noted as failed, never guessed. */
public final class ItemFacts {

    /** How one attribute is computed: one of the attribute's words. */
    @FunctionalInterface
    public interface Computation {
        String of(Scene scene, Item item);
    }

    private final Map<Attribute, Computation> book;

    /** The facts of the house. */
    public ItemFacts() {
        this(Map.of());
    }

    /** The same with some computations replaced, to see what a failing one does. */
    public ItemFacts(Map<Attribute, Computation> replaced) {
        this.book = new EnumMap<>(Attribute.class);
        labels();
        request();
        handling();
        new SubjectFacts(this::yesNo).enter();
        new OwnerFacts(this::yesNo).enter();
        book.putAll(replaced);
    }

    /** Where a group of facts enters a yes-or-no computation. */
    interface Entry {
        void put(Attribute attribute, BiPredicate<Scene, Item> holds);
    }

    private void yesNo(Attribute attribute, BiPredicate<Scene, Item> holds) {
        book.put(attribute, (s, i) -> holds.test(s, i) ? "yes" : "no");
    }

    /** Every attribute that rules on items may read. */
    public FactVector of(Scene scene, Item item) {
        FactVector.Gathering gathering =
                new FactVector.Gathering().owner(item.provenance().owner());
        for (Attribute a : Attribute.of(Asking.MAY_SEE)) {
            compute(gathering, a, scene, item);
        }
        return gathering.done();
    }

    private void compute(FactVector.Gathering gathering, Attribute attribute, Scene scene, Item item) {
        try {
            Computation computation = book.get(attribute);
            if (computation == null) {
                gathering.failed(attribute);
            } else {
                gathering.put(attribute, computation.of(scene, item));
            }
        } catch (RuntimeException e) {
            gathering.failed(attribute);
        }
    }

    private void labels() {
        book.put(Attribute.DATA_CLASS, (s, i) -> i.labels().dataClass().name());
        book.put(Attribute.NATURE, (s, i) -> i.labels().nature().name());
        book.put(
                Attribute.HANDLING_CODE, (s, i) -> i.labels().grade().handling().name());
        book.put(Attribute.CLASSIFICATION, (s, i) -> i.labels().classification().name());
        book.put(Attribute.REGIME, (s, i) -> i.labels().regime().name());
        yesNo(Attribute.CONFIDENTIAL, (s, i) -> i.labels().confidential());
        for (StatuteFlag flag : StatuteFlag.values()) {
            yesNo(
                    Attribute.valueOf("STATUTE_" + flag.name()),
                    (s, i) -> i.labels().statutes().contains(flag));
        }
    }

    private void request() {
        book.put(Attribute.PURPOSE, (s, i) -> s.packet().purpose().name());
        book.put(Attribute.SECTOR, (s, i) -> s.audience().sector().name());
        book.put(
                Attribute.OWNER_SECTOR,
                (s, i) -> s.sectorOf(i.provenance().owner()).name());
        book.put(Attribute.ROLE, (s, i) -> s.audience().role().name());
        book.put(Attribute.PLACEMENT, (s, i) -> s.audience().placement().name());
        book.put(Attribute.ARTEFACT, (s, i) -> s.artefact().name());
        yesNo(
                Attribute.READER_OF_OTHER_AREA,
                (s, i) -> !s.audience().area().equals(s.packet().area()));
        yesNo(Attribute.PERPETRATOR_SIDE, (s, i) -> s.perpetratorSide());
        yesNo(Attribute.ENQUIRY_HIDES_LOCATION, (s, i) -> s.safety().enquiryHides());
    }

    private void handling() {
        for (HandlingCondition condition : HandlingCondition.values()) {
            yesNo(
                    Attribute.valueOf("HANDLING_" + condition.name()),
                    (s, i) -> of(i).conditions().contains(condition));
        }
        yesNo(Attribute.HANDLING_HAS_LAST_DAY, (s, i) -> of(i).expiresOn().isPresent());
        yesNo(
                Attribute.HANDLING_EXPIRED,
                (s, i) ->
                        of(i).expiresOn().map(last -> last.isBefore(s.today())).orElse(false));
        yesNo(
                Attribute.NAMED_READER,
                (s, i) -> of(i).readers().contains(s.audience().team()));
        yesNo(
                Attribute.NOT_A_NAMED_READER,
                (s, i) -> !of(i).readers().isEmpty()
                        && !of(i).readers().contains(s.audience().team()));
    }

    private static Handling of(Item item) {
        return item.labels().handling();
    }
}
