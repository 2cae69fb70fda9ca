package uk.mashhub.adapter.contract;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server on 127.0.0.1 that behaves badly, for sources that speak over a socket. */
public final class RudeServer implements Closeable {
    /** Takes the connection and reads, and never says a word. */
    public static RudeServer hanging() throws IOException {
        return new RudeServer(new byte[0], false);
    }

    /** Answers whatever it is asked with HTTP 200 and words that are no JSON, XML or FHIR. */
    public static RudeServer talkingNonsense() throws IOException {
        String body = "<<<{{ certainly not a record }}";
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ";
        return new RudeServer((head + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII), true);
    }

    /** Hangs up as soon as it is spoken to. */
    public static RudeServer hangingUp() throws IOException {
        return new RudeServer(new byte[0], true);
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final byte[] reply;
    private final boolean hangsUp;

    private RudeServer(byte[] reply, boolean hangsUp) throws IOException {
        this.reply = reply;
        this.hangsUp = hangsUp;
        start(this::accept);
    }

    /** The port it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "rude-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                // Closed by the test; the loop ends.
            }
        }
    }

    private void serve(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            while (in.read(buffer) >= 0) {
                if (hangsUp) {
                    socket.getOutputStream().write(reply);
                    socket.close();
                    return;
                }
            }
        } catch (IOException e) {
            // The client went away, or the test is over.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
