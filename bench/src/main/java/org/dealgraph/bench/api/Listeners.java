package org.dealgraph.bench.api;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/**
 * Many subscribers in one process, each on a socket of its own, who check that the cursors they hear are those they should
 * hear, in order and once. One that is cut off comes back with the cursor of what it heard last.
 */
final class Listeners implements AutoCloseable {

    private static final byte[] CURSOR = "\"cursor\":\"".getBytes(StandardCharsets.US_ASCII);

    private final URI address;
    private final LongFunction<String> subscribe;
    private final LongUnaryOperator next;
    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final AtomicLongArray last;
    private final ConcurrentHashMap<Integer, Channel> channels = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Long, Long> written = new ConcurrentHashMap<>();
    private final java.util.List<Long> delays = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
    final AtomicLong heard = new AtomicLong();
    final AtomicLong wrong = new AtomicLong();
    final AtomicLong acknowledged = new AtomicLong();

    /**
     * Opens them all.
     *
     * @param first the cursor that each begins after
     * @param subscribe the payload of subscribe, for a number of {@code subscriber << 40 | cursor}
     * @param next the cursor that one who has heard a cursor should hear next, for {@code subscriber << 40 | cursor}
     */
    Listeners(URI address, int size, long first, LongFunction<String> subscribe, LongUnaryOperator next) throws Exception {
        this.address = URI.create("ws://" + address.getAuthority() + "/graphql");
        this.subscribe = subscribe;
        this.next = next;
        this.last = new AtomicLongArray(size);
        for (int i = 0; i < size; i++) {
            last.set(i, first);
            open(i);
        }
        for (long end = System.nanoTime() + 120_000_000_000L; acknowledged.get() < size; Thread.sleep(20)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("could not open: " + acknowledged.get() + " of " + size);
            }
        }
    }

    private void open(int subscriber) throws Exception {
        DefaultHttpHeaders none = new DefaultHttpHeaders();
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpClientCodec(),
                                        new HttpObjectAggregator(8192),
                                        new WebSocketClientProtocolHandler(WebSocketClientHandshakerFactory.newHandshaker(
                                                address, WebSocketVersion.V13, "graphql-transport-ws", false, none)),
                                        new Ear(subscriber));
                    }
                });
        channels.put(subscriber, bootstrap.connect(address.getHost(), address.getPort()).sync().channel());
    }

    /** Cuts one off and lets it come back. */
    void cut(int subscriber) throws Exception {
        Channel channel = channels.get(subscriber);
        if (channel != null) {
            channel.close().sync();
        }
        open(subscriber);
    }

    /** Notes when an event was committed. */
    void committed(long from, long to) {
        long now = System.nanoTime();
        for (long i = from; i <= to; i++) {
            written.put(i, now);
        }
    }

    /** Waits until so many were heard, and says how many seconds that took. */
    double await(long wanted, double patience) throws InterruptedException {
        long start = System.nanoTime();
        while (heard.get() < wanted && System.nanoTime() - start < patience * 1e9) {
            Thread.sleep(5);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Milliseconds between commit and hearing: the median and what one in a hundred took longer than. */
    double[] delays() {
        long[] sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
        delays.clear();
        return sorted.length == 0
                ? new double[] {0, 0}
                : new double[] {sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6};
    }

    @Override
    public void close() {
        channels.values().forEach(Channel::close);
        loop.shutdownGracefully(0, 2, java.util.concurrent.TimeUnit.SECONDS);
    }

    private final class Ear extends SimpleChannelInboundHandler<TextWebSocketFrame> {

        private final int subscriber;

        Ear(int subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                context.writeAndFlush(new TextWebSocketFrame("{\"type\":\"connection_init\"}"));
            }
            super.userEventTriggered(context, event);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            long cursor = cursor(frame.content());
            if (cursor >= 0) {
                hear(cursor);
                return;
            }
            String text = frame.text();
            if (text.contains("connection_ack")) {
                context.writeAndFlush(new TextWebSocketFrame("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":"
                        + subscribe.apply(((long) subscriber << 40) | last.get(subscriber)) + "}"));
                acknowledged.incrementAndGet();
            } else if (!text.contains("ping")) {
                wrong.incrementAndGet();
                System.out.println("heard " + text);
            }
        }

        private void hear(long cursor) {
            if (cursor != next.applyAsLong(((long) subscriber << 40) | last.get(subscriber))) {
                wrong.incrementAndGet();
            }
            last.set(subscriber, cursor);
            Long at = written.get(cursor);
            if (at != null) {
                delays.add(System.nanoTime() - at);
            }
            heard.incrementAndGet();
        }
    }

    private static long cursor(ByteBuf text) {
        int at = io.netty.buffer.ByteBufUtil.indexOf(io.netty.buffer.Unpooled.wrappedBuffer(CURSOR), text);
        if (at < 0) {
            return -1;
        }
        long number = 0;
        for (int i = at + CURSOR.length; text.getByte(i) != '"'; i++) {
            number = number * 10 + text.getByte(i) - '0';
        }
        return number;
    }
}
