package uk.mashhub.policy.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.TeamId;

/** What an agency's lead is told of the other readers of its own items. Teams are in the order of their ids. */
public final class Worksheet {
    /** For everybody else. */
    public static final Worksheet EMPTY = new Worksheet(Map.of(), Map.of());

    private final Map<ItemId, List<TeamId>> awaiting;
    private final Map<ItemId, List<TeamId>> shownTo;

    /**
     * @param awaiting teams that wait for the owner's decision on an item
     * @param shownTo teams to which an item is shown whose owner is to be told
     */
    public Worksheet(Map<ItemId, List<TeamId>> awaiting, Map<ItemId, List<TeamId>> shownTo) {
        this.awaiting = ordered(awaiting);
        this.shownTo = ordered(shownTo);
    }

    private static Map<ItemId, List<TeamId>> ordered(Map<ItemId, List<TeamId>> teams) {
        Map<ItemId, List<TeamId>> ordered = new HashMap<>();
        teams.forEach((item, some) -> {
            TreeSet<TeamId> sorted = new TreeSet<>(Comparator.comparing(TeamId::value));
            sorted.addAll(some);
            ordered.put(item, List.copyOf(sorted));
        });
        return Map.copyOf(ordered);
    }

    List<TeamId> awaiting(ItemId item) {
        return awaiting.getOrDefault(item, List.of());
    }

    List<TeamId> shownTo(ItemId item) {
        return shownTo.getOrDefault(item, List.of());
    }
}
