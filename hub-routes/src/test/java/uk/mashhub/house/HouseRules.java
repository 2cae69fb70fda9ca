package uk.mashhub.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The directions of the house. Each is broken on purpose in {@link HouseRulesTest} to show that it bites. */
final class HouseRules {
    private static final String[] FRAMEWORKS = {
        "org.springframework..", "org.apache.camel..", "jakarta..", "tools.jackson.."
    };

    /** Of the demo, and of what tests drive a hub with: in no artefact that is installed (hub-routes/pom.xml leaves them out too). */
    static final List<String> DEMO = List.of(
            "command/BenchCommand",
            "command/BenchForms",
            "command/BenchHub",
            "command/BenchProcesses",
            "command/Demo",
            "command/Door",
            "command/Journey",
            "command/LoopbackCookies",
            "command/Ports",
            "command/RunningHub",
            "command/Silence",
            "command/Simulation",
            "command/Visitor",
            "command/Witness",
            "wiring/DemoPublication");

    private static final String DEMO_CLASSES =
            "uk\\.mashhub\\.hub\\.(" + String.join("|", DEMO).replace("/", "\\.") + ")[A-Za-z]*(\\$.*)?";

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "the model knows nothing but Java",
                noClasses()
                        .that()
                        .resideInAPackage("uk.mashhub.model..")
                        .should()
                        .dependOnClassesThat()
                        .resideOutsideOfPackages("java..", "uk.mashhub.model..", "org.jspecify.."));
        rules.put(
                "the libraries have no framework",
                noClasses()
                        .that()
                        .resideInAnyPackage("uk.mashhub.match..", "uk.mashhub.policy..", "uk.mashhub.log..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(FRAMEWORKS));
        rules.put(
                "the libraries do not know each other, the adapters or the hub",
                noClasses()
                        .that()
                        .resideInAnyPackage("uk.mashhub.match..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "uk.mashhub.policy..", "uk.mashhub.log..", "uk.mashhub.adapter..", "uk.mashhub.hub.."));
        rules.put(
                "the policy knows only the model",
                noClasses()
                        .that()
                        .resideInAnyPackage("uk.mashhub.policy..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "uk.mashhub.match..", "uk.mashhub.log..", "uk.mashhub.adapter..", "uk.mashhub.hub.."));
        rules.put(
                "the log knows nothing of ours",
                noClasses()
                        .that()
                        .resideInAnyPackage("uk.mashhub.log..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "uk.mashhub.model..",
                                "uk.mashhub.policy..",
                                "uk.mashhub.match..",
                                "uk.mashhub.adapter..",
                                "uk.mashhub.hub.."));
        rules.put(
                "adapters never know each other",
                SlicesRuleDefinition.slices()
                        .matching("uk.mashhub.adapter.(council|police|health)..")
                        .should()
                        .notDependOnEachOther());
        rules.put(
                "adapters have no Spring",
                noClasses()
                        .that()
                        .resideInAPackage("uk.mashhub.adapter..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.springframework.."));
        rules.put(
                "only adapter.route binds adapters to Camel",
                noClasses()
                        .that()
                        .resideInAPackage("uk.mashhub.adapter..")
                        .and()
                        .resideOutsideOfPackage("uk.mashhub.adapter.route..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.apache.camel.."));
        rules.put(
                "FHIR stays in the health adapter and the FHIR door",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "uk.mashhub.adapter.health..", "uk.mashhub.hub.api.fhir..", "uk.mashhub.simulators..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("ca.uhn.fhir..", "org.hl7.fhir.."));
        rules.put(
                "Bouncy Castle stays in the sealing, signing and TLS packages",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "uk.mashhub.adapter.seal..",
                                "uk.mashhub.log..",
                                "uk.mashhub.hub.wiring..",
                                "uk.mashhub.hub.api..",
                                "uk.mashhub.simulators..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.bouncycastle.."));
        rules.put(
                "the hub never knows the simulators",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("uk.mashhub.simulators..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("uk.mashhub.simulators.."));
        rules.put(
                "what is installed never knows the demo",
                noClasses()
                        .that()
                        .resideInAPackage("uk.mashhub.hub..")
                        .and()
                        .haveNameNotMatching(DEMO_CLASSES)
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(DEMO_CLASSES));
        rules.put(
                "one door: only disclose opens and hands out sealed views",
                noClasses()
                        .that()
                        .resideOutsideOfPackages("uk.mashhub.hub.disclose..", "uk.mashhub.policy..")
                        .should()
                        .callMethod(
                                "uk.mashhub.policy.PolicyEngine", "unseal", "[B", "uk.mashhub.model.decision.ViewKey"));
        rules.put(
                "one door: screens and doors read views, never storage of views or packets",
                noClasses()
                        .that()
                        .resideInAnyPackage("uk.mashhub.hub.api..", "uk.mashhub.hub.governance..")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("uk.mashhub.hub.storage.ViewReader")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("uk.mashhub.model.enquiry.Packet")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("uk.mashhub.hub.storage.EnquiryStore"));
        rules.put(
                "nothing comes between a transaction's last rows and its commit, which travel together",
                methods()
                        .that()
                        .haveNameMatching("before(Commit|Completion)")
                        .should()
                        .beDeclaredInClassesThat()
                        .haveNameMatching(".*\\.GatheringJdbc\\$Gathered"));
        rules.put(
                "only consent-policy makes views",
                classes()
                        .that()
                        .resideInAPackage("uk.mashhub.hub..")
                        .should()
                        .notBeAssignableTo("uk.mashhub.policy.Handles")
                        .orShould()
                        .resideInAPackage("uk.mashhub.hub.decide.."));
        rules.put(
                "nothing asks the machine for the time",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "uk.mashhub.hub.command..", "uk.mashhub.simulators..", "uk.mashhub.hub.wiring..")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID"));
        rules.put(
                "storage knows no stage",
                noClasses()
                        .that()
                        .resideInAPackage("uk.mashhub.hub.storage..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "uk.mashhub.hub.intake..",
                                "uk.mashhub.hub.enquiry..",
                                "uk.mashhub.hub.disclose..",
                                "uk.mashhub.hub.triage..",
                                "uk.mashhub.hub.api..",
                                "uk.mashhub.hub.governance.."));
        return rules;
    }
}
