package uk.mashhub.policy.engine;

import uk.mashhub.model.item.Item;
import uk.mashhub.policy.fact.FactVector;
import uk.mashhub.policy.fact.ItemFacts;
import uk.mashhub.policy.fact.Scene;

/** May this audience see this item? Reads the item, the people of the enquiry and the rules; never another item. */
public final class Decider {
    private final CompiledPolicy policy;
    private final ItemFacts facts;

    public Decider(CompiledPolicy policy, ItemFacts facts) {
        this.policy = policy;
        this.facts = facts;
    }

    /** Works out the facts of an item and puts it through every gate. */
    public Finding decide(Scene scene, Item item) {
        FactVector vector = facts.of(scene, item);
        return Finding.of(item, policy.item(vector, scene.today()), policy.basis(vector, scene.today()), vector);
    }
}
