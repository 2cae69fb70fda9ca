package uk.mashhub.hub.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback address. */
final class Ports {
    private Ports() {}

    /**
     * The port itself if it is free, or any free one for 0.
     *
     * @throws CommandFailed naming the port, if it is taken
     */
    static int free(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandFailed("port " + wanted + " is taken; choose another with --port, or --port 0 for any");
        }
    }
}
