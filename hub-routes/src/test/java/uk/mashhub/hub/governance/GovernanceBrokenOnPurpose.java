package uk.mashhub.hub.governance;

import java.time.Instant;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.policy.PolicyEngine;

/** Breaks the rules of the one door, of the clock, of the simulators and of handles. */
class GovernanceBrokenOnPurpose implements uk.mashhub.policy.Handles {
    uk.mashhub.model.enquiry.Packet packet;
    uk.mashhub.simulators.AgencySimulator simulator;

    Object opens(PolicyEngine engine, byte[] stored, ViewKey key) {
        return engine.unseal(stored, key);
    }

    Instant asks() {
        return Instant.now();
    }

    @Override
    public String line(ViewKey view, uk.mashhub.model.id.ItemId item) {
        return "";
    }

    @Override
    public String person(ViewKey view, uk.mashhub.model.id.PersonId person) {
        return "";
    }
}
