package uk.mashhub.hub.command;

/** Breaks 'what is installed never knows the demo'. */
final class InstalledBrokenOnPurpose {
    private final DemoCommand demo = new DemoCommand();

    DemoCommand demo() {
        return demo;
    }
}
