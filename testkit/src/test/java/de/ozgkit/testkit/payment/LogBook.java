// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.payment;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** All that is logged while it is open, by any logger of ours, of a library or of the JDK, at the finest level. Nothing of it is printed. */
final class LogBook implements AutoCloseable {

    /** The JDK's web server is the platform's side, which knows its own secrets. */
    private static final String PLATFORM = "com.sun.net.httpserver";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("de.ozgkit");
    private final Level rootBefore = root.getLevel();
    private final Level oursBefore = ours.getLevel();
    private final List<Appender<ILoggingEvent>> appendersBefore = new ArrayList<>();
    private final Appender<ILoggingEvent> appender = appender();
    private final java.util.logging.Logger jdk = java.util.logging.Logger.getLogger("");
    private final java.util.logging.Level jdkBefore = jdk.getLevel();
    private final Handler[] handlersBefore = jdk.getHandlers();
    private final Handler handler = handler();

    LogBook() {
        root.iteratorForAppenders().forEachRemaining(appendersBefore::add);
        appendersBefore.forEach(root::detachAppender);
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        ours.setLevel(Level.TRACE);
        for (Handler before : handlersBefore) {
            jdk.removeHandler(before);
        }
        jdk.addHandler(handler);
        jdk.setLevel(java.util.logging.Level.ALL);
    }

    String text() {
        return String.join("\n", lines);
    }

    private Appender<ILoggingEvent> appender() {
        Appender<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                String trace = event.getThrowableProxy() == null
                        ? ""
                        : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
                lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + trace);
            }
        };
        appender.setContext(root.getLoggerContext());
        appender.start();
        return appender;
    }

    private Handler handler() {
        SimpleFormatter format = new SimpleFormatter();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                String name = String.valueOf(entry.getLoggerName());
                if (!name.startsWith(PLATFORM)) {
                    String trace = entry.getThrown() == null ? "" : "\n" + entry.getThrown();
                    lines.add(entry.getLevel() + " " + name + " " + format.formatMessage(entry) + trace);
                }
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        handler.setLevel(java.util.logging.Level.ALL);
        return handler;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appendersBefore.forEach(root::addAppender);
        root.setLevel(rootBefore);
        ours.setLevel(oursBefore);
        jdk.removeHandler(handler);
        for (Handler before : handlersBefore) {
            jdk.addHandler(before);
        }
        jdk.setLevel(jdkBefore);
    }
}
