package org.dealgraph.api.live;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dealgraph.event.EventReceiver.TooSlow;

/**
 * The outgoing half of a WebSocket. What waits to be sent is bounded by the channel's water marks: who sends waits while
 * the client does not read, and a client that does not read for long is given up.
 */
final class SocketChannel extends ChannelInboundHandlerAdapter {

    private static final int FLUSHES_AT_ONCE = 64;
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Channel channel;
    private final Duration patience;
    private volatile boolean writing;

    SocketChannel(Channel channel, Duration patience) {
        this.channel = channel;
        this.patience = patience;
    }

    /** Called on the channel's own thread. */
    void attach() {
        channel.pipeline().addFirst(new FlushConsolidationHandler(FLUSHES_AT_ONCE, true));
        channel.pipeline().addLast(this);
    }

    /** Sends, after waiting for the client where it is behind, and for what was handed over before. */
    void send(List<String> texts) throws InterruptedException {
        awaitRoom();
        writing = true;
        channel.eventLoop().execute(() -> {
            texts.forEach(text -> channel.write(new TextWebSocketFrame(text)));
            channel.flush();
            writing = false;
            wake();
        });
    }

    /** Sends at once: for answers to what the client itself just sent. */
    void sendNow(String text) {
        channel.writeAndFlush(new TextWebSocketFrame(text));
    }

    void ping() {
        channel.writeAndFlush(new PingWebSocketFrame());
    }

    /** Whether the client is so far behind that it does not even take what it asked for. */
    boolean isFull() {
        return !channel.isWritable();
    }

    /** Says goodbye, and closes the connection where the client does not listen to that either. */
    void close(int code, String reason) {
        channel.writeAndFlush(new CloseWebSocketFrame(code, reason)).addListener(done -> channel.close());
        channel.eventLoop().schedule((Runnable) channel::close, FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        wake();
        super.channelWritabilityChanged(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        wake();
        super.channelInactive(context);
    }

    private synchronized void wake() {
        notifyAll();
    }

    private boolean hasRoom() {
        return !writing && channel.isWritable();
    }

    private void awaitRoom() throws InterruptedException {
        if (hasRoom()) {
            return;
        }
        long end = System.nanoTime() + patience.toNanos();
        synchronized (this) {
            while (!hasRoom() && channel.isActive()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new TooSlow("the client took nothing for " + patience);
                }
                wait(left);
            }
        }
    }
}
