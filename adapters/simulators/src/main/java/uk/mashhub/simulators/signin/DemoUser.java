package uk.mashhub.simulators.signin;

import java.util.List;
import java.util.Optional;

/**
 * An invented person who may sign in to the demo.
 *
 * @param login also the password
 * @param subject the {@code sub} claim: stable, and saying nothing (OpenID Connect Core 1.0 section 2)
 * @param team slug of the team
 */
public record DemoUser(String login, String name, String team, String subject) {
    /** Everybody who may sign in. */
    public static final List<DemoUser> ALL = List.of(
            new DemoUser(
                    "decision", "Dana Invented-Decision", "council-decision", "5f0c1f7e-6f0a-4b8e-9d57-0f7d0b0c6a11"),
            new DemoUser(
                    "screening", "Sam Invented-Screening", "council-screening", "b7a9e0d2-3c1f-4a5b-8e64-6b1d2f9a7c22"),
            new DemoUser("police", "Priya Invented-Police", "police-desk", "0d9b6c3e-91f4-4f7a-a2c8-53e7b1d4e833"),
            new DemoUser("health", "Harriet Invented-Health", "health-desk", "e4f1a7b8-27d6-4c39-b0e5-9a8c6d3f1b44"),
            new DemoUser(
                    "education", "Emeka Invented-Education", "education-desk", "92c5d8f0-b4e3-4d1a-8f76-2e0b7a9c5d55"),
            new DemoUser(
                    "housing", "Hywel Invented-Housing", "housing-officers", "3a7e9c1d-5f82-4e6b-9c04-d1f8b2a6e766"),
            new DemoUser(
                    "support", "Sian Invented-Support", "business-support", "c8d2b5e6-0a94-4b7f-8d13-7f6e4c9a0b77"),
            new DemoUser("ig-council", "Gita Invented-Council", "ig-council", "6e1b4f9a-d7c3-4a28-b5f0-8c3d9e7a2f88"),
            new DemoUser("ig-council-2", "Bea Invented-Council", "ig-council", "84a6c0e2-1b7d-4f93-a5e8-d2c4b6f09aaa"),
            new DemoUser(
                    "protected", "Petra Invented-Unit", "council-protected", "b2d9f4c7-60a1-4e58-93bc-f7a8e1d05bbb"),
            new DemoUser("ig-police", "Idris Invented-Police", "ig-police", "1f8d3a6c-e2b7-4c95-a9d4-b5e0f7c6d199"));

    /** The area of all of them: invented Exampleshire. */
    public static final String AREA = "E10999999";

    /** The day until which everybody's training and vetting count: the demo's people stay in date. */
    public static final String IN_DATE_UNTIL = "2099-12-31";

    static Optional<DemoUser> of(String login) {
        return ALL.stream().filter(user -> user.login().equals(login)).findFirst();
    }
}
