package org.dealgraph.api;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.dealgraph.access.Caller;
import org.dealgraph.access.RateLimits.Decision;
import org.dealgraph.api.ReadyAnswers.Asked;
import org.dealgraph.api.ReadyAnswers.Ready;
import org.dealgraph.model.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests to {@code /graphql} that were answered before, as soon as their bytes are there: the same answer as
 * the controller gives, with the same headers, after the same question who may read and how often. Everything else, and
 * whatever it is not sure of, goes on as if it were not here. One a connection.
 */
final class ReadyHandler extends ChannelDuplexHandler {

    private static final String PATH = "/graphql";

    private final ReadyAnswers answers;
    private final Gate gate;
    private @Nullable HttpRequest held;
    private int open;
    private boolean upgraded;
    private boolean written;

    ReadyHandler(ReadyAnswers answers, Gate gate) {
        this.answers = answers;
        this.gate = gate;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        HttpRequest head = held;
        if (message instanceof HttpRequest request) {
            upgraded |= request.headers().contains(HttpHeaderNames.UPGRADE);
            if (!upgraded && open == 0 && isWanted(request) && ctx.channel().isWritable()) {
                held = request;
            } else {
                pass(ctx, request);
            }
        } else if (head == null) {
            ctx.fireChannelRead(message);
        } else {
            held = null;
            if (!(message instanceof LastHttpContent last) || !answered(ctx, head, last)) {
                pass(ctx, head);
                ctx.fireChannelRead(message);
            }
        }
    }

    private void pass(ChannelHandlerContext ctx, HttpRequest request) {
        open++;
        ctx.fireChannelRead(request);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (written) {
            written = false;
            ctx.flush();
        }
        ctx.fireChannelReadComplete();
    }

    /** Answers come in the order of their requests: none is given here while another is being made. */
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        boolean passing = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !passing) {
            open--;
        }
        ctx.write(message, promise);
    }

    /** Plain requests alone: a body of its own length, a connection that stays open. */
    private static boolean isWanted(HttpRequest request) {
        HttpHeaders headers = request.headers();
        boolean get = request.method().equals(HttpMethod.GET);
        String uri = request.uri();
        return uri.startsWith(PATH)
                && (get
                        ? uri.startsWith("?", PATH.length()) && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                        : request.method().equals(HttpMethod.POST) && uri.length() == PATH.length())
                && !(request instanceof LastHttpContent)
                && request.decoderResult().isSuccess()
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && HttpUtil.isKeepAlive(request)
                && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaderNames.CONTENT_ENCODING)
                && !headers.contains(HttpHeaderNames.EXPECT);
    }

    private boolean answered(ChannelHandlerContext ctx, HttpRequest head, LastHttpContent last) {
        Optional<Caller> caller = caller(ctx, head.headers());
        if (last.decoderResult().isFailure()
                || caller.filter(c -> c.may(Scope.READ)).isEmpty()) {
            return false;
        }
        Optional<Ready> ready = answers.find(asked(head, last.content()));
        Decision decision = ready.isPresent() ? gate.take(caller.get()) : null;
        if (ready.isEmpty() || decision == null || !decision.allowed()) {
            return false;
        }
        ctx.write(response(head, ready.get(), decision), ctx.voidPromise());
        written = true;
        last.release();
        return true;
    }

    private Optional<Caller> caller(ChannelHandlerContext ctx, HttpHeaders headers) {
        String shown = headers.get(HttpHeaderNames.AUTHORIZATION);
        if (shown != null) {
            return gate.recall(shown);
        }
        return ctx.channel().remoteAddress() instanceof InetSocketAddress peer
                ? Optional.of(gate.anonymous(peer.getAddress(), headers.get(Gate.FORWARDED_FOR)))
                : Optional.empty();
    }

    private static Asked asked(HttpRequest head, ByteBuf body) {
        HttpHeaders headers = head.headers();
        return new Asked(
                head.uri(),
                headers.getAll(HttpHeaderNames.ACCEPT),
                headers.get(HttpHeaderNames.CONTENT_TYPE),
                ByteBufUtil.getBytes(body));
    }

    private static FullHttpResponse response(HttpRequest head, Ready ready, Decision decision) {
        boolean known = head.method().equals(HttpMethod.GET)
                && ready.answer().isNamedBy(head.headers().get(HttpHeaderNames.IF_NONE_MATCH));
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                known ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK,
                known
                        ? Unpooled.EMPTY_BUFFER
                        : Unpooled.wrappedBuffer(ready.answer().body()));
        ready.answer().headers(known ? null : ready.type()).forEach(response.headers()::set);
        AccessFilter.counts(decision).forEach(response.headers()::set);
        response.headers().set(HttpHeaderNames.DATE, HttpDate.now());
        if (!known) {
            response.headers()
                    .set(HttpHeaderNames.CONTENT_LENGTH, ready.answer().body().length);
        }
        return response;
    }
}
