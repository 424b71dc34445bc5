# The probe that `dockerlint verify` runs beside a container: it prints the files named by its arguments, each behind a line with
# its name, and for @PORT TEXT it sends the text to the port of this machine and prints the answer. It needs nothing, not even a libc, so it runs from an empty image. Assemble and link with
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
    mov (%r13), %rdi
    cmpb $64, (%rdi)
    je request
                                # open it for reading
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
request:
    lea 1(%rdi), %rbx           # the port in decimal digits, and one character behind them
    xor %r15d, %r15d
digit:
    movzbl (%rbx), %eax
    inc %rbx
    sub $48, %eax
    cmp $9, %eax
    ja parsed
    imul $10, %r15d, %r15d
    add %eax, %r15d
    jmp digit
parsed:
    rol $8, %r15w
    xor %eax, %eax              # an address of zeros
    mov %rax, (%rsp)
    mov %rax, 8(%rsp)
    mov %rax, 16(%rsp)
    mov %rax, 24(%rsp)
    mov %r15w, 2(%rsp)
    movw $2, (%rsp)             # 127.0.0.1
    movl $0x0100007f, 4(%rsp)
    mov $2, %edi
    mov $16, %ebp
    call connect
    test %eax, %eax
    jns send
    movw $10, (%rsp)            # ::1
    movl $0, 4(%rsp)
    movb $1, 23(%rsp)
    mov $10, %edi
    mov $28, %ebp
    call connect
    test %eax, %eax
    js next
send:
    mov %rbx, %rsi
    mov %rbx, %rdx
measure:
    cmpb $0, (%rdx)
    je measured
    inc %rdx
    jmp measure
measured:
    sub %rsi, %rdx
    mov %r14d, %edi
    mov $1, %eax
    syscall
    jmp copy
connect:                        # family in edi, length of the address in ebp; the socket is left in r14d
    mov $1, %esi
    xor %edx, %edx
    mov $41, %eax
    syscall
    mov %eax, %r14d
    mov %eax, %edi
    lea 8(%rsp), %rsi
    mov %ebp, %edx
    mov $42, %eax
    syscall
    ret
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
