# The probe that `dockerlint verify` runs beside a container: it prints the files named by its arguments, each behind a line with
# its name. It needs nothing, not even a libc, so it runs from an empty image. Assemble and link with
#   as -o probe.o probe-amd64.s && ld -s -n -z noseparate-code --build-id=none -o probe probe.o && base64 -w 120 probe
# and put the result into src/Verification/Run/ProbeProgram.cs.
    .globl _start
    .text
_start:
    mov (%rsp), %r12            # argc
    lea 8(%rsp), %r13           # argv
    sub $4096, %rsp
next:
    add $8, %r13
    dec %r12
    jle done
    mov (%r13), %rsi            # write the name
    mov %rsi, %rdx
length:
    cmpb $0, (%rdx)
    je known
    inc %rdx
    jmp length
known:
    sub %rsi, %rdx
    mov $1, %edi
    mov $1, %eax
    syscall
    call newline
    mov (%r13), %rdi            # open it for reading
    xor %esi, %esi
    xor %edx, %edx
    mov $2, %eax
    syscall
    test %eax, %eax
    js next
    mov %eax, %r14d
copy:
    mov %r14d, %edi
    mov %rsp, %rsi
    mov $4096, %edx
    xor %eax, %eax
    syscall
    test %rax, %rax
    jle close
    mov %rax, %rdx
    mov %rsp, %rsi
    mov $1, %edi
    mov $1, %eax
    syscall
    jmp copy
close:
    mov %r14d, %edi
    mov $3, %eax
    syscall
    call newline
    jmp next
done:
    xor %edi, %edi
    mov $60, %eax
    syscall
newline:
    push $10
    mov %rsp, %rsi
    mov $1, %edx
    mov $1, %edi
    mov $1, %eax
    syscall
    pop %rax
    ret
