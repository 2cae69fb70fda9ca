package uk.mashhub.policy.engine;

import uk.mashhub.model.item.Item;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.agreement.RuleBook;
import uk.mashhub.policy.fact.Attribute;
import uk.mashhub.policy.fact.FactVector;
import uk.mashhub.policy.fact.ItemFacts;
import uk.mashhub.policy.fact.Scene;

/** May this audience see this item? Reads the item, the people of the enquiry and the rules; never another item. */
public final class Decider {
    private final RuleBook book;
    private final ItemFacts facts;

    public Decider(RuleBook book, ItemFacts facts) {
        this.book = book;
        this.facts = facts;
    }

    /** Puts an item through every gate, also when one has already silenced it: the log names all that applied. */
    public Finding decide(Scene scene, Item item) {
        FactVector vector = facts.of(scene, item);
        Weighing weighing = new Weighing(vector, scene.today());
        Gate.forItems().forEach(gate -> weighing.pass(gate, book.of(gate)));
        weighing.settle(vector.says(Attribute.OWNER_WORDING));
        return weighing.finding(item);
    }
}
