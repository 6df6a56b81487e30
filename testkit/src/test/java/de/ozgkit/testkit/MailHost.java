// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.ozgkit.testkit.DeliveryChannelContract.Fault;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A real mail server, and in front of it somebody who can disturb what is said. */
final class MailHost implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket door;
    private volatile @Nullable Fault fault;

    MailHost() {
        server.start();
        try {
            door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    MimeMessage[] mails() {
        return server.getReceivedMessages();
    }

    void begin(Fault newFault) {
        fault = newFault;
    }

    void end() {
        fault = null;
    }

    private void welcome() {
        try {
            while (true) {
                Socket client = door.accept();
                threads.execute(() -> talk(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void talk(Socket client) {
        try (client;
                Socket behind = new Socket("127.0.0.1", server.getSmtp().getPort())) {
            if (fault == Fault.DOWN) {
                return;
            }
            if (fault == Fault.BUSY) {
                say(client, "421 too many connections, come back later");
                return;
            }
            BufferedReader asked = reader(client);
            BufferedReader answered = reader(behind);
            say(client, reply(answered));
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                if (fault == Fault.REFUSES && line.startsWith("RCPT")) {
                    say(client, "550 no such mailbox");
                    continue;
                }
                say(behind, line);
                say(client, reply(answered));
                if (line.equals("DATA")) {
                    pass(asked, behind);
                    String end = reply(answered);
                    if (fault == Fault.ANSWER_LOST) {
                        return;
                    }
                    say(client, end);
                }
            }
        } catch (IOException e) {
            // one of them has gone
        }
    }

    private static void pass(BufferedReader from, Socket to) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line;
        do {
            line = String.valueOf(from.readLine());
            mail.append(line).append("\r\n");
        } while (!line.equals("."));
        to.getOutputStream().write(mail.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All lines of one answer. */
    private static String reply(BufferedReader from) throws IOException {
        StringBuilder reply = new StringBuilder();
        String line;
        do {
            line = String.valueOf(from.readLine());
            reply.append(reply.isEmpty() ? "" : "\r\n").append(line);
        } while (line.length() > 3 && line.charAt(3) == '-');
        return reply.toString();
    }

    private static void say(Socket to, String text) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
        server.stop();
    }
}
