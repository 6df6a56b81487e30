// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.xoevfim.internal;

import de.ozgkit.xoevfim.internal.MessageClass.Slot;
import de.ozgkit.xoevfim.internal.MessageClass.Target;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAnyAttribute;
import jakarta.xml.bind.annotation.XmlAnyElement;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElements;
import jakarta.xml.bind.annotation.XmlMixed;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlValue;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills the plan of a class from its fields. What is not understood is refused, so that nothing is read otherwise than it is written. */
final class MessageFields {

    private static final Set<Class<? extends Annotation>> UNDERSTOOD = Set.of(
            XmlAnyAttribute.class,
            XmlAnyElement.class,
            XmlAttribute.class,
            XmlElement.class,
            XmlElements.class,
            XmlMixed.class,
            XmlSchemaType.class,
            XmlTransient.class,
            XmlValue.class);

    private final MessageClass plan;
    private final Map<Class<?>, MessageClass> plans;

    MessageFields(MessageClass plan, Map<Class<?>, MessageClass> plans) {
        this.plan = plan;
        this.plans = plans;
    }

    /** The message classes that the fields of a class can hold. */
    static List<Class<?>> typesIn(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        for (Field field : MessageClass.fields(type)) {
            XmlElements several = field.getAnnotation(XmlElements.class);
            if (several != null) {
                for (XmlElement one : several.value()) {
                    types.add(heldBy(field, one));
                }
            } else if (!field.isAnnotationPresent(XmlTransient.class)
                    && !field.isAnnotationPresent(XmlAnyElement.class)
                    && !field.isAnnotationPresent(XmlAnyAttribute.class)) {
                types.add(heldBy(field, field.getAnnotation(XmlElement.class)));
            }
        }
        types.removeIf(t -> SimpleType.form(t) != null);
        return types;
    }

    void fill() {
        for (Class<?> c = plan.type; c != Object.class; c = c.getSuperclass()) {
            XmlAccessorType access = c.getAnnotation(XmlAccessorType.class);
            if (access == null || access.value() != XmlAccessType.FIELD) {
                throw MessageClass.wrong(plan.type, "must say XmlAccessType.FIELD");
            }
        }
        int place = 0;
        for (Field field : MessageClass.fields(plan.type)) {
            if (!field.isAnnotationPresent(XmlTransient.class)) {
                check(field);
                field.setAccessible(true);
                add(new Target(field, List.class == field.getType(), place++));
            }
        }
    }

    private void check(Field field) {
        for (Annotation annotation : field.getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (type.getPackageName().startsWith("jakarta.xml.bind") && !UNDERSTOOD.contains(type)) {
                throw MessageClass.wrong(
                        plan.type, "has an annotation that is not understood: " + type.getSimpleName());
            }
        }
    }

    private void add(Target target) {
        Field field = target.field();
        XmlAttribute attribute = field.getAnnotation(XmlAttribute.class);
        XmlElements several = field.getAnnotation(XmlElements.class);
        if (field.isAnnotationPresent(XmlAnyElement.class)) {
            plan.unknownElements = target;
            plan.mixed = field.isAnnotationPresent(XmlMixed.class);
        } else if (field.isAnnotationPresent(XmlAnyAttribute.class)) {
            plan.unknownAttributes = field;
        } else if (field.isAnnotationPresent(XmlValue.class)) {
            plan.text = slot("", target, field, null);
        } else if (attribute != null) {
            String namespace = MessageNames.attributeNamespace(field.getDeclaringClass(), attribute.namespace());
            String name = MessageNames.or(attribute.name(), field.getName());
            put(plan.attributes, name, slot(namespace, target, field, null));
        } else if (several != null) {
            for (XmlElement one : several.value()) {
                element(target, field, one);
            }
        } else {
            element(target, field, field.getAnnotation(XmlElement.class));
        }
    }

    private void element(Target target, Field field, @Nullable XmlElement said) {
        String namespace = said == null ? "##default" : said.namespace();
        String name = said == null ? field.getName() : MessageNames.or(said.name(), field.getName());
        namespace = MessageNames.elementNamespace(field.getDeclaringClass(), namespace);
        put(plan.elements, name, slot(namespace, target, field, said));
    }

    private Slot slot(String namespace, Target target, Field field, @Nullable XmlElement said) {
        Class<?> held = heldBy(field, said);
        SimpleType.Form form = SimpleType.form(held);
        return new Slot(namespace, target, form == null ? plans.get(held) : null, form);
    }

    private static void put(Map<String, Slot> slots, String name, Slot slot) {
        slot.next = slots.put(name, slot);
    }

    /** What one element becomes: the type of the field, of the entries of its list, or the one that the annotation names. */
    private static Class<?> heldBy(Field field, @Nullable XmlElement said) {
        if (said != null && said.type() != XmlElement.DEFAULT.class) {
            return said.type();
        }
        Type type = field.getGenericType();
        if (field.getType() == List.class && type instanceof ParameterizedType list) {
            type = list.getActualTypeArguments()[0];
        }
        if (type instanceof Class<?> held) {
            return held;
        }
        throw MessageClass.wrong(field.getDeclaringClass(), "holds something unclear in " + field.getName());
    }
}
