package uk.mashhub.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.QuarantineStore;

/** {@code quarantined: {from: school-form, fault: MALFORMED, kept: true, count: 1}}, since the journey began. */
final class Quarantined {
    private final Scene scene;
    private final int before;

    Quarantined(Scene scene) {
        this.scene = scene;
        this.before = all().size();
    }

    private List<QuarantineStore.Kept> all() {
        return scene.hub.part(QuarantineStore.class).list("WAITING");
    }

    void quarantined(Step step) {
        int count = step.number("count", 1);
        List<QuarantineStore.Kept> found =
                TheHub.await(step + " " + step.with(), () -> of(step).size() >= count ? of(step) : null);
        assertThat(found).hasSize(count).allMatch(k -> k.hasBody() == step.says("kept", true));
        found.forEach(
                k -> Texts.saysNot("quarantine", k.row().reason() + k.row().place(), step.words("silent")));
    }

    private List<QuarantineStore.Kept> of(Step step) {
        List<QuarantineStore.Kept> all = all();
        return all.subList(Math.min(before, all.size()), all.size()).stream()
                .filter(k -> k.row().principal().value().equals(step.word("from")))
                .filter(k -> k.row().fault().equals(step.word("fault")))
                .toList();
    }
}
