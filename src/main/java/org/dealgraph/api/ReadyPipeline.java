package org.dealgraph.api;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer.Registry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Puts a {@link ReadyHandler} behind the codec of each connection of HTTP/1.1. */
@Singleton
final class ReadyPipeline implements BeanCreatedEventListener<Registry> {

    private final Provider<ReadyAnswers> answers;
    private final Provider<Gate> gate;

    ReadyPipeline(Provider<ReadyAnswers> answers, Provider<Gate> gate) {
        this.answers = answers;
        this.gate = gate;
    }

    @Override
    public Registry onCreated(BeanCreatedEvent<Registry> event) {
        event.getBean().register(new Listening());
        return event.getBean();
    }

    private final class Listening implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new NettyServerCustomizer() {
                @Override
                public void onStreamPipelineBuilt() {
                    ChannelPipeline pipeline = channel.pipeline();
                    if (pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
                        pipeline.addAfter(
                                ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                                "ready-answers",
                                new ReadyHandler(answers.get(), gate.get()));
                    }
                }
            };
        }
    }
}
