package org.vizgate.containers.app.socket;

import java.security.Principal;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

import org.jspecify.annotations.Nullable;

/** Answers each message with the name of whoever opened the socket. */
@ServerEndpoint("/socket")
public class WhoSocket {
    @OnMessage
    public String answer(String message, Session session) {
        @Nullable Principal user = session.getUserPrincipal();
        return message + " " + (user == null ? "nobody" : user.getName());
    }
}
