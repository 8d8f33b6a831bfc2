# The application alone: the graph lives in a Neo4j of its own (docker-compose.yml). Not yet run: no engine was at hand.
FROM docker.io/library/eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -q -Dquick -Dmaven.test.skip=true package \
 && mkdir -p /opt/dealgraph/lib \
 && cp target/dealgraph.jar target/lib/*.jar /opt/dealgraph/lib/ \
 && cp -r dealgraph ingest LICENSE /opt/dealgraph/

FROM docker.io/library/eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/dealgraph --create-home dealgraph
COPY --from=build --chown=root:root /opt/dealgraph /opt/dealgraph
USER 10001
VOLUME /var/lib/dealgraph
EXPOSE 8080
ENV DEALGRAPH_HOST=0.0.0.0
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
  CMD ["/opt/dealgraph/dealgraph", "health", "--server", "http://127.0.0.1:8080"]
ENTRYPOINT ["/opt/dealgraph/dealgraph"]
CMD ["serve", "--port", "8080", "--data", "/var/lib/dealgraph"]
