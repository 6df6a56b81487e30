// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import de.ozgkit.core.ConfigurationException;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * How the elements of XML belong to the fields of one message class, told by its JAXB annotations. Immutable once {@link #of} has
 * returned it.
 */
final class MessageClass {

    private static final ClassValue<MessageClass> KNOWN = new ClassValue<>() {
        @Override
        protected MessageClass computeValue(Class<?> type) {
            return build(type);
        }
    };

    /** One way in which an element or attribute may be named, and what becomes of it. */
    static final class Slot {
        final String namespace;
        final Target target;
        final @Nullable MessageClass type;
        final SimpleType.@Nullable Form form;

        @Nullable
        Slot next;

        Slot(String namespace, Target target, @Nullable MessageClass type, SimpleType.@Nullable Form form) {
            this.namespace = namespace;
            this.target = target;
            this.type = type;
            this.form = form;
        }

        /** Whether a text says nothing here: a blank one where a text is not what is wanted. */
        boolean isUnsaid(String text) {
            return form != null && form != SimpleType.TEXT && text.isBlank();
        }
    }

    /** A field, and how many others its class has before it. */
    record Target(Field field, boolean list, int place) {

        @SuppressWarnings("unchecked") // a message class is checked when it is built
        void put(Object object, Object value) {
            try {
                if (list) {
                    ((List<Object>) field.get(object)).add(value);
                } else {
                    field.set(object, value);
                }
            } catch (IllegalAccessException e) {
                throw closed();
            }
        }

        /** How many values were put here before the last one. */
        int last(Object object) {
            try {
                return list ? ((List<?>) field.get(object)).size() - 1 : 0;
            } catch (IllegalAccessException e) {
                throw closed();
            }
        }

        private ConfigurationException closed() {
            return wrong(field.getDeclaringClass(), "lets nobody into " + field.getName());
        }
    }

    final Class<?> type;
    final @Nullable Constructor<?> maker;
    final Map<String, Slot> elements = new HashMap<>();
    final Map<String, Slot> attributes = new HashMap<>();
    final Map<QName, MessageClass> typeNames;

    @Nullable
    Slot text;

    @Nullable
    Target unknownElements;

    @Nullable
    Field unknownAttributes;

    boolean mixed;

    private MessageClass(Class<?> type, Map<QName, MessageClass> typeNames) {
        this.type = type;
        this.typeNames = typeNames;
        this.maker = Modifier.isAbstract(type.getModifiers()) ? null : maker(type);
    }

    /**
     * The plan of a class.
     *
     * @throws ConfigurationException {@code xml.binding} if it has annotations that are not understood here
     */
    static MessageClass of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static MessageClass build(Class<?> root) {
        Map<Class<?>, MessageClass> made = new HashMap<>();
        Map<QName, MessageClass> typeNames = new HashMap<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Class<?> next = open.poll();
            if (made.containsKey(next)) {
                continue;
            }
            MessageClass plan = new MessageClass(next, typeNames);
            made.put(next, plan);
            typeNames.put(MessageNames.ofType(next), plan);
            open.addAll(MessageFields.typesIn(next));
            XmlSeeAlso more = next.getAnnotation(XmlSeeAlso.class);
            open.addAll(more == null ? List.of() : List.of(more.value()));
        }
        made.values().forEach(plan -> new MessageFields(plan, made).fill());
        MessageClass plan = made.get(root);
        if (plan == null) {
            throw new IllegalStateException("the root is the first to be made");
        }
        return plan;
    }

    /** The class with this name, if its objects may stand where this one is expected. */
    MessageClass substitute(QName name) {
        MessageClass named = typeNames.get(name);
        return named != null && type.isAssignableFrom(named.type) ? named : this;
    }

    boolean isNamed(QName name) {
        return typeNames.get(name) == this;
    }

    static @Nullable Slot find(Map<String, Slot> slots, String name, String namespace) {
        Slot slot = slots.get(name);
        while (slot != null && !slot.namespace.equals(namespace)) {
            slot = slot.next;
        }
        return slot;
    }

    /** A new object, or null if the class is abstract. */
    @Nullable
    Object make() {
        try {
            return maker == null ? null : maker.newInstance();
        } catch (ReflectiveOperationException e) {
            throw wrong(type, "cannot be made");
        }
    }

    private static Constructor<?> maker(Class<?> type) {
        try {
            Constructor<?> maker = type.getDeclaredConstructor();
            maker.setAccessible(true);
            return maker;
        } catch (NoSuchMethodException e) {
            throw wrong(type, "needs a constructor without parameters");
        }
    }

    /** All fields of a class and of those above it, those above first. */
    static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            List<Field> own = new ArrayList<>();
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                    own.add(field);
                }
            }
            fields.addAll(0, own);
        }
        return fields;
    }

    static ConfigurationException wrong(Class<?> type, String what) {
        return new ConfigurationException("xml.binding", "the message class " + type.getSimpleName() + " " + what);
    }
}
