package uk.mashhub.adapter.council.marf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.council.marf.Households.Dwelling;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.SafetyFlag;

/**
 * Whose address is safe, who is linked to harm, who is a risk to staff. A confidential address covers everybody who lives
 * with the person (law 6 of the house), but for those who are said to have done the harm; a stay in a refuge counts as
 * one. No form is so exact about where people are tonight that a child, or somebody without an address, could be taken
 * not to be with whoever is in hiding: they are covered too.
 */
final class SafetyFlags {
    private final Set<FormPerson> hidden = new HashSet<>();
    private final Set<FormPerson> risky = new HashSet<>();
    private final SourceId source;

    private SafetyFlags(SourceId source) {
        this.source = source;
    }

    static SafetyFlags of(Form form, Cast cast, List<Dwelling> dwellings, SourceId source) {
        SafetyFlags flags = new SafetyFlags(source);
        cast.everybody().stream()
                .filter(p -> p.form().flag("addressIsConfidential"))
                .forEach(flags.hidden::add);
        dwellings.stream().filter(Dwelling::confidential).forEach(d -> flags.hide(d.members()));
        flags.hideResidentsOfRefuges(form, cast);
        flags.hideWhoeverLivesWithTheHidden(dwellings);
        flags.hideWhoeverMayBeWithTheHidden(cast);
        flags.hideWhoeverLivesWithTheHidden(dwellings);
        form.object("concern").stream()
                .flatMap(c -> c.objects("risksToStaff").stream())
                .forEach(risk -> flags.risky.addAll(cast.named(risk, "about")));
        return flags;
    }

    private void hideResidentsOfRefuges(Form form, Cast cast) {
        for (Form agency : form.objects("agencies")) {
            if (Service.of(agency.text("service")) == Service.REFUGE) {
                List<FormPerson> about = cast.named(agency, "about");
                hide(about.isEmpty() ? cast.everybody() : about);
            }
        }
    }

    private void hideWhoeverLivesWithTheHidden(List<Dwelling> dwellings) {
        boolean grown = true;
        while (grown) {
            int before = hidden.size();
            dwellings.stream()
                    .filter(d -> d.members().stream().anyMatch(hidden::contains))
                    .forEach(d -> hide(d.members()));
            grown = hidden.size() > before;
        }
    }

    private void hideWhoeverMayBeWithTheHidden(Cast cast) {
        if (!hidden.isEmpty()) {
            hide(cast.everybody().stream()
                    .filter(p -> p.child() || p.home().isEmpty())
                    .toList());
        }
    }

    private void hide(List<FormPerson> people) {
        people.stream().filter(p -> !p.allegedPerpetrator()).forEach(hidden::add);
    }

    /** The flags of one person. */
    List<PersonFlag> of(FormPerson person) {
        List<PersonFlag> flags = new ArrayList<>();
        if (hidden.contains(person)) {
            flags.add(flag(SafetyFlag.SAFE_ADDRESS));
        }
        if (person.allegedPerpetrator()) {
            flags.add(flag(SafetyFlag.PERPETRATOR_LINKED));
        }
        if (risky.contains(person)) {
            flags.add(flag(SafetyFlag.RISK_TO_STAFF));
        }
        return flags;
    }

    private PersonFlag flag(SafetyFlag flag) {
        return new PersonFlag(flag, source, Optional.empty(), Optional.empty());
    }
}
