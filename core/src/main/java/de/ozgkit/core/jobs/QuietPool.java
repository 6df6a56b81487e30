// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.core.jobs;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that are never interrupted: H2 closes its whole database when a thread is interrupted while it reads the file. They are
 * daemons, so that a handler that hangs does not keep the process alive.
 */
final class QuietPool extends ThreadPoolExecutor {

    private final Runnable onShutdown;

    QuietPool(String name, int threads, Runnable onShutdown) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
        this.onShutdown = onShutdown;
    }

    @Override
    public void shutdown() {
        super.shutdown();
        onShutdown.run();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    /** The same for work at fixed intervals. */
    static final class Timer extends ScheduledThreadPoolExecutor {

        Timer(String name) {
            super(1, daemons(name));
        }

        @Override
        public List<Runnable> shutdownNow() {
            shutdown();
            return List.of();
        }
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
